#!/bin/sh
# evaluate.sh DATA [RESOURCES]: scores the models on the annotated articles and the development parts of the corpora.
#
# DATA is the folder with eval/, gold/ and tagging/; RESOURCES holds the tables, by default Sources/Model/Resources.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${1:?usage: evaluate.sh DATA [RESOURCES]}
resources=${2:-$here/../../Sources/Model/Resources}
swift build -c release -Xswiftc -enable-testing --package-path "$here"
tool=$(swift build -c release -Xswiftc -enable-testing --package-path "$here" --show-bin-path)/TaggerTool
predicted=$(mktemp)
trap 'rm -f "$predicted"' EXIT

echo "== annotated articles"
"$tool" tag "$resources" "$data"/gold/*.txt > "$predicted"
python3 "$data/eval/score.py" "$data/gold/dev.jsonl" "$predicted" | grep -E "exact|overlap"
echo "== development parts of the corpora"
"$tool" score "$resources" en,asis "$data/tagging/en/worldwide.dev.conll"
"$tool" score "$resources" ar,asis "$data/tagging/ar/anercorp.dev.conll"
echo "== speed, one core"
"$tool" speed "$resources" "$data"/gold/*.en.txt
"$tool" speed "$resources" "$data"/gold/*.ar.txt
