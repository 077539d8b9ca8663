#!/usr/bin/env bash
# Publishes both services for an image: FOLDER/agent and FOLDER/orchestrator. The Dockerfile's build stage calls it, and so does who has no image of an SDK.
# Usage: publish.sh [FOLDER]   (artifacts/publish in the repository, unless it is named)
#
# RID   linux-x64 (default), linux-arm64, ...
# AOT   auto (default)  the agent is compiled ahead of time (NativeAOT) where a linker (clang or gcc) is, else ReadyToRun
#       true, false     decide it. An agent that is compiled ahead of time speaks to OpenAI's form of model endpoints only (docs/configuration.md).
# SBOM  auto (default)  each folder gets a sbom.cdx.json (CycloneDX) of the packages that were resolved, where the tool for it (.config/dotnet-tools.json) can be had
#       true            ends with an error where it cannot; false: none
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

sbom=${SBOM:-auto}
if [ "$sbom" != false ] && ! dotnet tool restore >/dev/null 2>&1; then
    echo "no bill of materials: the tool CycloneDX of .config/dotnet-tools.json cannot be had" >&2
    if [ "$sbom" = true ]; then exit 1; fi
    sbom=false
fi
if [ "$sbom" != false ]; then
    version=$(dotnet msbuild src/ThesisApp.Agent -getProperty:Version)
    for service in Agent Orchestrator; do
        # Of what the publication above has restored, without asking anybody; the same packages give the same file, but for its time.
        dotnet tool run dotnet-CycloneDX "src/ThesisApp.$service/ThesisApp.$service.csproj" --disable-package-restore --no-serial-number --exclude-dev \
            --output-format Json --set-name "ThesisApp.$service" --set-version "$version" --output "$folder/${service,,}" --filename sbom.cdx.json >/dev/null
    done
fi
# The services run as another user than the one who publishes.
chmod -R a+rX "$folder"
