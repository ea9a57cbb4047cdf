#!/bin/sh
# train.sh DATA [RESOURCES]: builds the lexicon and trains the models that find names.
#
# DATA is the folder with linking/ and tagging/ (README.md says what they hold); RESOURCES is where the tables go, by
# default Sources/Model/Resources. Needs Python with what requirements.txt lists. The same data gives the same bytes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${1:?usage: train.sh DATA [RESOURCES]}
resources=${2:-$here/../../Sources/Model/Resources}
tagging=$data/tagging
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Sums on more threads differ in their last bits.
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 PYTHONHASHSEED=0 LC_ALL=C

. "$here/tools.sh"

corpora() { # LANGUAGE: its training files, in a fixed order
  case $1 in
  en) names="worldwide wikigold uner_ewt" ;;
  ar) names="anercorp wikifane aqmar wojood" ;;
  esac
  for name in $names; do echo "$tagging/$1/$name.train.conll"; done
}

echo "names and words"
"$python" "$here/../gazetteer/gather.py" "$data" > "$work/names.tsv"
"$tool" lexicon "$work/names.tsv" "$work/names.lexicon"
"$python" "$here/plain.py" "$tagging/ar/news.jsonl.xz" "$work/news"
for language in ar en; do
  for corpus in $(corpora $language); do "$python" "$here/plain.py" "$corpus" "$work/$language.corpora"; done
done
cat "$work"/news.* > "$work/ar.text"
"$tool" words "$work" "$work/ar.text" "$work"/ar.corpora.* > "$work/ar.stems"
"$tool" words "$work" "$work"/en.corpora.* > "$work/en.stems"
for language in ar en; do "$python" "$here/clusters.py" "$work/$language.stems" "$work/$language.clusters"; done
"$python" "$here/letters.py" "$tool" "$work/names.tsv" "$work/ar.stems" "$work/names.ar.letters"
"$tool" lexicon "$work/names.tsv" "$work/names.lexicon" "$work/ar.clusters" "$work/en.clusters"

train() { # LANGUAGE ITERATIONS MODEL [OPTION|CORPUS ...]: trains a model on the language's corpora, and more
  language=$1 iterations=$2 model=$3
  shift 3
  options=
  while case ${1-} in --*) true ;; *) false ;; esac; do options="$options $1" && shift; done
  # shellcheck disable=SC2046,SC2086
  "$python" "$here/train.py" $options "$tool" "$work" "$language" "$iterations" "$work/$model" $(corpora "$language") "$@"
}

newswire=$tagging/en/worldwide.train.conll
agencies=$tagging/ar/anercorp.train.conll
social=$tagging/en/wnut17.train.conll

echo "a first Arabic model, for the names in unannotated news"
train ar 35 first.ar "$agencies"
"$python" "$here/pack.py" "$work/names.ar.crf" "$work/first.ar"
cp "$work/names.ar.crf" "$work/names.en.crf" # tag maps both; the text is Arabic
"$tool" tag "$work" "$work"/news.* > "$work/tagged.json"
"$python" "$here/found.py" "$work/tagged.json" "$work/names.tsv" > "$work/found.tsv"
cat "$work/found.tsv" >> "$work/names.tsv"
"$tool" lexicon "$work/names.tsv" "$work/names.lexicon" "$work/ar.clusters" "$work/en.clusters"

echo "a model for each language; newswire counts twice"
train en 70 whole.en "$newswire" &
english=$!
train ar 70 annotated.ar "$agencies"
wait $english
"$python" "$here/pack.py" "$work/names.en.crf" "$work/whole.en"
"$python" "$here/pack.py" "$work/names.ar.crf" "$work/annotated.ar"

echo "two Arabic models, with the sentences of unannotated news that the one before is sure of"
"$python" -c 'import lzma, shutil, sys; shutil.copyfileobj(lzma.open(sys.argv[1]), sys.stdout.buffer)' \
  "$tagging/ar/news.jsonl.xz" > "$work/news.jsonl"
"$tool" silver "$work" "$work/news.jsonl" > "$work/silver"
# Each gets every second article.
awk -v RS= -v ORS='\n\n' -v even="$work/even.conll" -v odd="$work/odd.conll" \
  '/^-DOCSTART-/ { articles++ } { print > (articles % 2 ? odd : even) }' "$work/silver"
train ar 70 odd.ar --news="$agencies,$work/odd.conll" "$work/odd.conll" &
odd=$!
train ar 70 even.ar "$agencies" "$work/even.conll"

echo "two more English models, which differ in what they learn from"
train en 70 sparse.en --without=clusters,affixes "$newswire" "$social"
train en 60 news.en --news="$newswire" "$social"
wait $odd
"$python" "$here/pack.py" "$work/names.ar.crf" "$work/odd.ar" "$work/even.ar"
"$python" "$here/pack.py" "$work/names.en.crf" "$work/whole.en" "$work/sparse.en" "$work/news.en"
cp "$work/names.lexicon" "$work/names.ar.letters" "$work/names.ar.crf" "$work/names.en.crf" "$resources"
