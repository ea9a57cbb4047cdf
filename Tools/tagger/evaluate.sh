#!/bin/sh
# evaluate.sh DATA [RESOURCES]: scores the models on the annotated articles and the development parts of the corpora.
#
# DATA is the folder with eval/, gold/ and tagging/; RESOURCES holds the tables, by default Sources/Model/Resources.
# ABLATION=no leaves out what each family of features brings, for which models are trained.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${1:?usage: evaluate.sh DATA [RESOURCES]}
resources=${2:-$here/../../Sources/Model/Resources}
. "$here/tools.sh"
predicted=$(mktemp)
trap 'rm -f "$predicted"' EXIT

echo "== annotated articles"
"$tool" articles "$resources" "$data"/gold/*.txt > "$predicted"
python3 "$data/eval/score.py" "$data/gold/dev.jsonl" "$predicted"
python3 "$here/mistakes.py" "$data/gold/dev.jsonl" "$predicted" "${MISTAKES:-50}"
corpora() { # OPTION: the development parts of the corpora
  "$tool" score "$resources" "en$1" "$data/tagging/en/worldwide.dev.conll"
  for corpus in anercorp wojood aqmar wikifane; do
    "$tool" score "$resources" "ar$1" "$data/tagging/ar/$corpus.dev.conll"
  done
}
echo "== development parts of the corpora, 20 sentences at a time, the models alone, as the tags stand"
corpora ,asis
echo "== the same, the tags brought to the guideline"
corpora "" | grep ' R '
echo "== the same as the tags stand, by all that the program does, reading quickly and carefully"
corpora ,asis,whole | grep ' R '
corpora ,asis,whole,careful | grep ' R '
echo "== articles annotated by the guide that no model learns from, quickly and carefully"
for language in en ar; do
  "$python" "$here/../names/annotated.py" "$here/../../Tests/ModelTests/Fixtures/annotated/$language.txt" > "$predicted"
  "$tool" score "$resources" "$language,asis,whole" "$predicted"
  "$tool" score "$resources" "$language,asis,whole,careful" "$predicted"
done
echo "== speed, one core, load and memory"
"$tool" speed "$resources" "$data"/gold/*.en.txt
"$tool" speed "$resources" "$data"/gold/*.ar.txt
echo "== size on disk"
(cd "$resources" && du -cb names.* | awk '{ printf "  %6.2f MB %s\n", $1 / 1000000, $2 }')
echo "== decoding, one core, the same features"
"$python" "$here/decoders.py" "$tool" "$resources" en "$data/tagging/en/worldwide.dev.conll" "$data/tagging/en/worldwide.dev.conll"
"$python" "$here/decoders.py" "$tool" "$resources" ar "$data/tagging/ar/anercorp.dev.conll" "$data/tagging/ar/anercorp.dev.conll"
[ "${ABLATION:-yes}" = yes ] || exit 0
echo "== what each family of features brings: worldwide, then ANERcorp, development parts"
"$python" "$here/ablation.py" "$tool" "$resources" ar 40 "$data/tagging/ar/anercorp.train.conll" "$data/tagging/ar/anercorp.dev.conll" > "$predicted" &
"$python" "$here/ablation.py" "$tool" "$resources" en 40 "$data/tagging/en/worldwide.train.conll" "$data/tagging/en/worldwide.dev.conll"
wait
cat "$predicted"
