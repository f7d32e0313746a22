#!/usr/bin/env bash
# Outside opinions on one report: tests/validate.sh PYTHON REPORT.pdf, where PYTHON has page-validation.
# veraPDF is asked too where it is on PATH.
set -euo pipefail
python=$1
report=$2

fail() { echo "$report: $*" >&2; exit 1; }

qpdf --check "$report" >/dev/null || fail "qpdf finds fault"
fonts=$(pdffonts "$report" | tail -n +3)
[ -n "$fonts" ] || fail "no fonts"
# The columns from the right: object, generation, uni, sub, emb.
echo "$fonts" | awk '{ if ($(NF-2) != "yes" || $(NF-3) != "yes" || $(NF-4) != "yes") exit 1 }' ||
    fail "a face is not embedded, not subset or has no ToUnicode"
text=$(pdftotext "$report" -)
for phrase in "ĐẢNG CỘNG SẢN VIỆT NAM" "BÁO CÁO" "Nơi nhận"; do
    grep -qF "$phrase" <<<"$text" || fail "pdftotext does not find: $phrase"
done
[ "$(stat -c %s "$report")" -lt 102400 ] || fail "100 kB or more"
"$python" - "$report" <<'PYTHON' || fail "page-validation finds fault"
import sys
import page
path = sys.argv[1]
bad = 0
for profile in ("2a", "ua1"):
    if not page.is_pdf_compliant(path, profile=profile):
        print(page.validate_pdf(path, profile=profile), file=sys.stderr)
        bad = 1
sys.exit(bad)
PYTHON
if command -v verapdf >/dev/null; then
    verapdf --flavour 2a "$report" | grep -q 'isCompliant="true"' || fail "veraPDF: PDF/A-2a"
    verapdf --flavour ua1 "$report" | grep -q 'isCompliant="true"' || fail "veraPDF: PDF/UA-1"
fi
