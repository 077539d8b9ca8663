#!/usr/bin/env bash
# Publishes both services for an image: FOLDER/agent and FOLDER/orchestrator. The Dockerfile's build stage calls it, and so does who has no image of an SDK.
# Usage: publish.sh [FOLDER]   (artifacts/publish in the repository, unless it is named)
#
# RID   linux-x64 (default), linux-arm64, ...
# AOT   auto (default)  the agent is compiled ahead of time (NativeAOT) where a linker (clang or gcc) is, else ReadyToRun
#       true, false     decide it. An agent that is compiled ahead of time speaks to OpenAI's form of model endpoints only (docs/configuration.md).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=${1:-artifacts/publish}
rid=${RID:-linux-x64}
aot=${AOT:-auto}
if [ "$aot" = auto ]; then
    if [ -x /usr/bin/clang ] || [ -x /usr/bin/gcc ]; then aot=true; else aot=false; fi
fi
case "$aot" in
    true) how=(-p:PublishAot=true -p:StripSymbols=true) what=NativeAOT ;;
    false) how=(--self-contained false -p:PublishReadyToRun=true) what=ReadyToRun ;;
    *) echo "AOT is '$aot'; write auto, true or false." >&2; exit 2 ;;
esac

echo "publishing the agent ($what) and the orchestrator (ReadyToRun) for $rid"
rm -rf "$folder/agent" "$folder/orchestrator"
dotnet publish src/ThesisApp.Agent -c Release -r "$rid" "${how[@]}" -p:DebugType=none -o "$folder/agent" -v quiet --nologo
dotnet publish src/ThesisApp.Orchestrator -c Release -r "$rid" --self-contained false -p:PublishReadyToRun=true -p:DebugType=none -o "$folder/orchestrator" -v quiet --nologo
rm -f "$folder"/*/*.dbg "$folder"/*/*.xml
# The services run as another user than the one who publishes.
chmod -R a+rX "$folder"
