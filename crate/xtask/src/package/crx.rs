//! CRX3: an archive with its signature before it, as Chromium installs it.
//! The format: `components/crx_file/crx3.proto` in Chromium's sources.

use anyhow::{Result, ensure};
use prost::Message;
use rsa::pkcs1v15::SigningKey;
use rsa::pkcs8::EncodePublicKey;
use rsa::sha2::{Digest, Sha256};
use rsa::signature::{SignatureEncoding, Signer};
use rsa::{RsaPrivateKey, RsaPublicKey};

const MAGIC: &[u8] = b"Cr24";
const VERSION: u32 = 3;
/// What is signed begins so.
const CONTEXT: &[u8] = b"CRX3 SignedData\x00";
/// Chromium takes the first bytes of the key's hash for the id.
const ID_LENGTH: usize = 16;

#[derive(Clone, PartialEq, Message)]
struct CrxFileHeader {
    #[prost(message, repeated, tag = "2")]
    sha256_with_rsa: Vec<AsymmetricKeyProof>,
    #[prost(bytes = "vec", tag = "10000")]
    signed_header_data: Vec<u8>,
}

#[derive(Clone, PartialEq, Message)]
struct AsymmetricKeyProof {
    #[prost(bytes = "vec", tag = "1")]
    public_key: Vec<u8>,
    #[prost(bytes = "vec", tag = "2")]
    signature: Vec<u8>,
}

#[derive(Clone, PartialEq, Message)]
struct SignedData {
    #[prost(bytes = "vec", tag = "1")]
    crx_id: Vec<u8>,
}

/// Signs an archive. The same key and archive give the same bytes.
pub fn sign(archive: &[u8], key: &RsaPrivateKey) -> Result<Vec<u8>> {
    let public_key = public_key(key)?;
    let signed_header_data = SignedData {
        crx_id: hash(&public_key).to_vec(),
    }
    .encode_to_vec();
    let signature = SigningKey::<Sha256>::new(key.clone())
        .try_sign(&signed(&signed_header_data, archive)?)?
        .to_vec();
    let header = CrxFileHeader {
        sha256_with_rsa: vec![AsymmetricKeyProof {
            public_key,
            signature,
        }],
        signed_header_data,
    }
    .encode_to_vec();
    Ok([
        MAGIC,
        &VERSION.to_le_bytes(),
        &u32::try_from(header.len())?.to_le_bytes(),
        &header,
        archive,
    ]
    .concat())
}

/// The id that Chromium gives to what a key signs: 32 letters from a to p.
pub fn extension_id(key: &RsaPrivateKey) -> Result<String> {
    let letter = |half: u8| char::from(b'a' + half);
    let id: String = hash(&public_key(key)?)
        .iter()
        .flat_map(|byte| [letter(byte >> 4), letter(byte & 15)])
        .collect();
    ensure!(id.len() == 2 * ID_LENGTH, "an id of {} letters", id.len());
    Ok(id)
}

fn public_key(key: &RsaPrivateKey) -> Result<Vec<u8>> {
    let der = RsaPublicKey::from(key).to_public_key_der()?;
    Ok(der.into_vec())
}

fn hash(public_key: &[u8]) -> Vec<u8> {
    Sha256::digest(public_key)[..ID_LENGTH].to_vec()
}

fn signed(header: &[u8], archive: &[u8]) -> Result<Vec<u8>> {
    let length = u32::try_from(header.len())?.to_le_bytes();
    Ok([CONTEXT, &length, header, archive].concat())
}

#[cfg(test)]
mod tests {
    use rsa::pkcs1v15::{Signature, VerifyingKey};
    use rsa::pkcs8::{DecodePrivateKey, DecodePublicKey};
    use rsa::signature::Verifier;

    use super::*;

    /// A key of these tests alone.
    const KEY: &str = include_str!("test-key.pem");

    fn key() -> RsaPrivateKey {
        RsaPrivateKey::from_pkcs8_pem(KEY).unwrap()
    }

    #[test]
    fn the_id_is_the_one_that_chromium_gives() {
        // sha256sum of `openssl pkey -pubout -outform DER`, its first half in letters.
        assert_eq!(
            extension_id(&key()).unwrap(),
            "agkcnhiogoijkbbinglpdimgkefaakdn"
        );
    }

    #[test]
    fn signing_twice_gives_the_same_bytes() {
        let once = sign(b"an archive", &key()).unwrap();
        assert_eq!(once, sign(b"an archive", &key()).unwrap());
        assert_ne!(once, sign(b"another", &key()).unwrap());
    }

    #[test]
    fn the_signature_holds_for_what_follows_it() {
        let crx = sign(b"an archive", &key()).unwrap();
        let (head, rest) = crx.split_at(12);
        assert_eq!(head[..8], *b"Cr24\x03\0\0\0");
        let length = u32::from_le_bytes(head[8..].try_into().unwrap());
        let (header, archive) = rest.split_at(length as usize);
        assert_eq!(archive, b"an archive");
        let header = CrxFileHeader::decode(header).unwrap();
        let proof = &header.sha256_with_rsa[0];
        let key = RsaPublicKey::from_public_key_der(&proof.public_key).unwrap();
        let signature = Signature::try_from(proof.signature.as_slice()).unwrap();
        let signed = signed(&header.signed_header_data, archive).unwrap();
        let verifier = VerifyingKey::<Sha256>::new(key);
        assert!(verifier.verify(&signed, &signature).is_ok());
        assert!(verifier.verify(b"something else", &signature).is_err());
    }
}
