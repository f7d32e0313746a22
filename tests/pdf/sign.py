"""Signs the empty field of each report with a self-made certificate, as an office would, and validates it.

    python3 tests/pdf/sign.py REPORT.pdf...

Needs pyHanko (`pip install pyhanko`). Says "N passed, N failed" at the end; exits 1 if a field is missing,
cannot be signed, or its signature does not validate. Signed copies go to a temporary folder.
"""

import datetime
import sys
import tempfile
from pathlib import Path

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore


def signer():
    """A key and a certificate that vouches for itself, valid for a day."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Chữ ký thử")])
    now = datetime.datetime.now(datetime.timezone.utc)
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate = asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))
    der = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    store = SimpleCertificateStore()
    store.register(certificate)
    return signers.SimpleSigner(
        signing_cert=certificate, signing_key=asn1_keys.PrivateKeyInfo.load(der), cert_registry=store
    )


def sign(path, folder, identity):
    """Signs one report; gives the signed copy's path, or raises."""
    with open(path, "rb") as source:
        reader = PdfFileReader(source)
        empty = [name for name, _, _ in fields.enumerate_sig_fields(reader, filled_status=False)]
        if len(empty) != 1:
            raise ValueError(f"one empty signature field expected, found {empty}")
        writer = IncrementalPdfFileWriter(source)
        metadata = signers.PdfSignatureMetadata(field_name=empty[0])
        signed = folder / (Path(path).stem + "-signed.pdf")
        with open(signed, "wb") as target:
            signers.sign_pdf(writer, metadata, signer=identity, output=target, existing_fields_only=True)
    return signed


def validate(path, identity):
    """Raises unless the one signature is intact, trusted and covers the whole file."""
    context = ValidationContext(trust_roots=[identity.signing_cert])
    with open(path, "rb") as source:
        signatures = PdfFileReader(source).embedded_signatures
        if len(signatures) != 1:
            raise ValueError(f"one signature expected, found {len(signatures)}")
        status = validate_pdf_signature(signatures[0], context)
        if not (status.bottom_line and status.intact and status.valid and status.trusted):
            raise ValueError(status.pretty_print_details())
        if status.coverage.name != "ENTIRE_FILE":
            raise ValueError(f"the signature covers {status.coverage.name}")


def main(paths):
    identity = signer()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            try:
                validate(sign(path, Path(folder), identity), identity)
                print(f"signed and validated: {path}")
            except Exception as error:  # any failure is this file's, and the others are still tried
                failed += 1
                print(f"not signed: {path}: {error}", file=sys.stderr)
    print(f"{len(paths) - failed} passed, {failed} failed")
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
