#!/bin/sh
# evaluate.sh DATA [RESOURCES]: scores the models that find names, read quickly and carefully.
#
# DATA is the folder with tagging/, or tagging/ itself; articles annotated in gold/ beside it are scored too, and with
# eval/score.py how they are joined. RESOURCES holds the tables, by default Sources/Model/Resources. ABLATION=yes adds what
# each family of features brings, for which models are trained.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${1:?usage: evaluate.sh DATA [RESOURCES]}
[ -d "$data/tagging" ] || data=$(cd "$data/.." && pwd)
resources=${2:-$here/../../Sources/Model/Resources}
. "$here/tools.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

annotated() { # LANGUAGE FILE: scores articles annotated by the guide
  "$python" "$here/../names/annotated.py" --language "$1" "$2" > "$work/annotated.$1"
  "$tool" score "$resources" "$1,asis" "$work/annotated.$1"
}
own=$here/../../Tests/ModelTests/Fixtures/annotated
echo "== development parts of the corpora"
"$tool" score "$resources" en "$data/tagging/en/worldwide.dev.conll"
"$tool" score "$resources" ar "$data"/tagging/ar/anercorp.dev.conll "$data"/tagging/ar/aqmar.dev.conll \
  "$data"/tagging/ar/wojood.dev.conll "$data"/tagging/ar/wikifane.dev.conll
echo "== articles annotated by the guide that no model learns from"
for language in en ar; do annotated $language "$own/$language.txt"; done
if [ -f "$data/gold/dev.jsonl" ]; then
  echo "== annotated articles that were looked at for faults"
  for language in en ar; do annotated $language "$data/gold/dev.jsonl"; done
fi
if [ -f "$data/eval/score.py" ]; then
  echo "== their names read quickly and joined, and a sample of the mistakes by cause"
  "$tool" articles "$resources" "$data"/gold/*.txt > "$work/predicted"
  python3 "$data/eval/score.py" "$data/gold/dev.jsonl" "$work/predicted"
  python3 "$here/mistakes.py" "$data/gold/dev.jsonl" "$work/predicted" "${MISTAKES:-50}"
fi
echo "== speed on one core, load and memory"
for language in en ar; do
  sed -E 's/\[[A-Z]{3} ([^]]*)\]/\1/g' "$own/$language.txt" > "$work/$language.txt"
  for reading in quick careful; do "$tool" speed "$resources" $reading "$work/$language.txt"; done
done
echo "== size on disk"
(cd "$resources" && du -cb names.* | awk '{ printf "  %6.2f MB %s\n", $1 / 1000000, $2 }')
echo "== decoding, one core, the same features"
"$python" "$here/decoders.py" "$tool" "$resources" en "$data/tagging/en/worldwide.dev.conll" "$data/tagging/en/worldwide.dev.conll"
"$python" "$here/decoders.py" "$tool" "$resources" ar "$data/tagging/ar/anercorp.dev.conll" "$data/tagging/ar/anercorp.dev.conll"
[ "${ABLATION:-no}" = yes ] || exit 0
echo "== what each family of features brings: worldwide, then ANERcorp, development parts"
"$python" "$here/ablation.py" "$tool" "$resources" ar 40 "$data/tagging/ar/anercorp.train.conll" "$data/tagging/ar/anercorp.dev.conll" > "$work/predicted" &
"$python" "$here/ablation.py" "$tool" "$resources" en 40 "$data/tagging/en/worldwide.train.conll" "$data/tagging/en/worldwide.dev.conll"
wait
cat "$work/predicted"
