//! Pages as they come out of `layout`, read back item by item.

#[path = "../layout/dump.rs"]
mod dump;
#[path = "../layout/sample.rs"]
mod sample;

use baocao::layout::{Profile, lay_out};

/// A debugging aid: writes the sample's pages to the file that `BAOCAO_DUMP` names.
#[test]
fn dump_sample() {
    let Some(path) = std::env::var_os("BAOCAO_DUMP") else { return };
    let profile = std::env::var("BAOCAO_PROFILE").unwrap_or("dang".to_owned());
    let profile = Profile::built_in(&profile).unwrap();
    let pages = lay_out(&sample::quarterly(), &profile).unwrap();
    std::fs::write(path, dump::drawing(&pages)).unwrap();
}
