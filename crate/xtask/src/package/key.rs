//! The key that signs: whoever has it can update what it signed.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use rsa::RsaPrivateKey;
use rsa::pkcs1::DecodeRsaPrivateKey;
use rsa::pkcs8::{DecodePrivateKey, EncodePrivateKey, LineEnding};

const BITS: usize = 2048;

/// A key, and where it lies.
pub struct Key {
    /// The key.
    pub private: RsaPrivateKey,
    /// Its file.
    pub path: PathBuf,
    /// Whether it was made just now.
    pub is_new: bool,
}

/// Reads the key that is named, else the one beside the packages; where there is none yet, makes
/// it. A key is never written over.
pub fn get(named: Option<&Path>, folder: &Path) -> Result<Key> {
    let path = named.map_or_else(|| folder.join("key.pem"), Path::to_owned);
    let is_new = named.is_none() && !path.exists();
    let private = if is_new {
        let private = RsaPrivateKey::new(&mut rand_core::OsRng, BITS)?;
        write_privately(&path, private.to_pkcs8_pem(LineEnding::LF)?.as_bytes())?;
        private
    } else {
        read(&path)?
    };
    Ok(Key {
        private,
        path,
        is_new,
    })
}

fn read(path: &Path) -> Result<RsaPrivateKey> {
    let pem = fs_err::read_to_string(path)?;
    RsaPrivateKey::from_pkcs8_pem(&pem)
        .or_else(|_| RsaPrivateKey::from_pkcs1_pem(&pem))
        .with_context(|| {
            let name = path.display();
            format!(
                "{name} は RSA の秘密鍵（PEM）ではありません / {name} is no RSA private key in PEM"
            )
        })
}

#[cfg(unix)]
fn write_privately(path: &Path, bytes: &[u8]) -> Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;

    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    options
        .open(path)
        .with_context(|| path.display().to_string())?
        .write_all(bytes)?;
    Ok(())
}

#[cfg(not(unix))]
fn write_privately(path: &Path, bytes: &[u8]) -> Result<()> {
    Ok(fs_err::write(path, bytes)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_key_is_kept_and_can_be_named_from_then_on() {
        let folder = tempfile::tempdir().unwrap();
        let first = get(None, folder.path()).unwrap();
        assert!(first.is_new);
        for named in [None, Some(first.path.as_path())] {
            let again = get(named, folder.path()).unwrap();
            assert!(!again.is_new && again.private == first.private);
        }
    }

    #[test]
    fn what_is_no_key_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("not-a-key.pem");
        fs_err::write(&path, "-----BEGIN CERTIFICATE-----\n").unwrap();
        let Err(error) = get(Some(&path), folder.path()) else {
            panic!("taken")
        };
        let error = error.to_string();
        assert!(error.contains("not-a-key.pem"), "{error}");
    }
}
