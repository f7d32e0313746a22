//! Pages → bytes: printpdf, font subsets, structure tree, PDF/A.
