//! Templates + assessment + articles → [`crate::document::Document`].
