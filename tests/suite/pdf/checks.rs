//! What every report must be, checked on its bytes.

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

/// Panics unless the file conforms to the standard it claims and to PDF/UA-1.
pub fn conforms(bytes: &[u8]) {
    for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
        let report = validate_pdf_bytes(bytes, &ValidationOptions::default().profile(profile)).unwrap();
        let failures: Vec<String> = report.failures.iter().map(ToString::to_string).collect();
        assert!(report.is_compliant, "{profile}: {failures:#?}");
    }
}
