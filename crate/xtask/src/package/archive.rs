//! A folder as a zip archive: the same files give the same bytes.

use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use anyhow::Result;
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// Packs what lies in a folder, in the order of names, with no times of files.
pub fn pack(folder: &Path) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files(folder)? {
        let name: Vec<_> = file
            .strip_prefix(folder)?
            .iter()
            .map(|part| part.to_string_lossy())
            .collect();
        archive.start_file(name.join("/"), options)?;
        archive.write_all(&fs_err::read(&file)?)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// Every file below a folder, sorted.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs_err::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn folder(names: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in names {
            let path = folder.path().join(name);
            fs_err::create_dir_all(path.parent().unwrap()).unwrap();
            fs_err::write(path, name).unwrap();
        }
        folder
    }

    #[test]
    fn the_same_files_give_the_same_bytes_whenever_and_in_whatever_order_they_were_made() {
        let one = pack(folder(&["a.js", "_locales/ja/m.json", "b.css"]).path()).unwrap();
        std::thread::sleep(std::time::Duration::from_millis(1100));
        let other = pack(folder(&["b.css", "_locales/ja/m.json", "a.js"]).path()).unwrap();
        assert_eq!(one, other);
    }

    #[test]
    fn everything_is_in_it_under_its_name() {
        let bytes = pack(folder(&["b.css", "_locales/ja/m.json"]).path()).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let names: Vec<_> = (0..archive.len())
            .map(|at| archive.by_index(at).unwrap().name().unwrap().into_owned())
            .collect();
        assert_eq!(names, ["_locales/ja/m.json", "b.css"]);
        let mut text = String::new();
        archive
            .by_name("b.css")
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text, "b.css");
    }
}
