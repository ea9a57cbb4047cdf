# Sourced by train.sh and evaluate.sh, which set `here`: builds the Swift tool and finds a Python with what
# requirements.txt lists, in an environment of its own. Sets `tool` and `python`.
package=$here/TaggerTool
swift build -c release -Xswiftc -enable-testing --package-path "$package"
tool=$(swift build -c release -Xswiftc -enable-testing --package-path "$package" --show-bin-path)/TaggerTool
environment=$package/.build/python
if ! "$environment/bin/python" -c 'import numpy, pycrfsuite, scipy' 2>/dev/null; then
  python3 -m venv "$environment"
  "$environment/bin/python" -m pip install -q -r "$here/requirements.txt"
fi
python=$environment/bin/python
