#!/bin/sh
# evaluate.sh DATA: learns the edit costs from DATA/linking/person_tokens.tsv alone and tells how often they find the
# Arabic spelling of a name of DATA/linking/google_names.tsv among 10,000; nothing else but folding helps them.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${1:?usage: evaluate.sh DATA}
model=$here/../../Sources/Model
names=$model/Linking/Matching
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

folding="$model/Text/Folding/FoldingPolicy.swift $model/Text/Folding/LatinFolding.swift
  $model/Text/Folding/ArabicFolding.swift $model/Text/Script.swift $names/LatinSounds.swift $names/LatinNameWords.swift
  $names/ArabicSounds.swift $names/ArabicNameWords.swift $names/EditCosts.swift"
matching="$names/NameMatcher.swift $names/NameMatcher+InOrder.swift $names/NameMatcher+AnyOrder.swift
  $names/NameSpeller.swift $names/SpelledWord.swift $names/WordMatch.swift
  $names/WordTable.swift $names/SortedTable.swift $names/PhoneticKey.swift $model/Names/EntityKind.swift
  $model/Text/MappedTable.swift $model/Text/ResourceFolder.swift
  $model/Text/RandomAccessCollection+PartitioningIndex.swift"
# shellcheck disable=SC2086 # the lists are lists of files
swiftc -O -o "$work/train" "$here/train/main.swift" $folding
# shellcheck disable=SC2086
swiftc -O -package-name Reader -o "$work/evaluate" "$here/evaluate/main.swift" $folding $matching

"$work/train" "$data/linking/person_tokens.tsv" > "$work/edit-costs.tsv"
: > "$work/name-words.tsv"
"$work/evaluate" "$work" "$data/linking/google_names.tsv" 10000
