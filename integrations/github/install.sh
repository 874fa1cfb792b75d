#!/usr/bin/env bash
# Installs saksama from SOURCE into ROOT, unless it is there or on the PATH, and puts it on the PATH of later steps.
set -euo pipefail

if [ -x "$ROOT/bin/saksama" ]; then
    echo "saksama: $ROOT/bin/saksama"
elif command -v saksama >/dev/null; then
    echo "saksama: $(command -v saksama)"
    exit 0
else
    cargo install --locked --path "$SOURCE" --root "$ROOT"
fi
echo "$ROOT/bin" >>"$GITHUB_PATH"
