//! The key that signs: whoever has it can update what it signed.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use rsa::RsaPrivateKey;
use rsa::pkcs1::DecodeRsaPrivateKey;
use rsa::pkcs8::{DecodePrivateKey, EncodePrivateKey, LineEnding};

const BITS: usize = 2048;

/// Reads the key that is named, or makes a new one beside the packages.
pub fn get(named: Option<&Path>, folder: &Path) -> Result<(RsaPrivateKey, PathBuf)> {
    if let Some(path) = named {
        let pem = fs_err::read_to_string(path)?;
        let key = RsaPrivateKey::from_pkcs8_pem(&pem)
            .or_else(|_| RsaPrivateKey::from_pkcs1_pem(&pem))
            .with_context(|| {
                let name = path.display();
                format!("{name} は RSA の秘密鍵（PEM）ではありません / {name} is no RSA private key in PEM")
            })?;
        return Ok((key, path.into()));
    }
    let key = RsaPrivateKey::new(&mut rand_core::OsRng, BITS)?;
    let path = folder.join("key.pem");
    write_privately(&path, key.to_pkcs8_pem(LineEnding::LF)?.as_bytes())?;
    Ok((key, path))
}

#[cfg(unix)]
fn write_privately(path: &Path, bytes: &[u8]) -> Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;

    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(0o600);
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
