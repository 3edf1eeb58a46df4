# Finds what building and running need. Sourced by ./run, ./test and .ci/run; sets JAVA_HOME,
# PATH, JDK_VERSION, MAVEN and BROWSER.

needed_jdk=21
needed_maven=3.8

fail() {
  echo "Not started: $*" >&2
  exit 1
}

# Prints the feature version of the JDK in a directory, or nothing if there is none.
jdk_version() {
  [[ -x "$1/bin/java" && -x "$1/bin/javac" ]] || return 0
  "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\(1\.\)\{0,1\}\([0-9][0-9]*\).*/\2/p' | head -n 1
}

# Takes JDK 25 if there is one, otherwise the newest that is new enough: from JAVA_HOME, the PATH, the usual places.
find_jdk() {
  local candidates=() candidate version best="" best_version=0 seen="" on_path
  [[ -n "${JAVA_HOME:-}" ]] && candidates+=("$JAVA_HOME")
  if on_path="$(command -v java)"; then
    candidates+=("$(dirname "$(dirname "$(readlink -f "$on_path")")")")
  fi
  candidates+=(/usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/java/* /opt/jdk*)
  for candidate in "${candidates[@]}"; do
    version="$(jdk_version "$candidate")"
    [[ -n "$version" ]] || continue
    seen+=" $version ($candidate)"
    if ((version >= needed_jdk && (best_version == 0 || (best_version != 25 && (version == 25 || version > best_version))))); then
      best="$candidate"
      best_version="$version"
    fi
  done
  [[ -n "$best" ]] || fail "a JDK of version $needed_jdk or newer is needed (25 is best); found:${seen:- none}." \
    "Install one (Debian: apt-get install openjdk-$needed_jdk-jdk, or https://adoptium.net) or set JAVA_HOME."
  export JAVA_HOME="$best"
  JDK_VERSION="$best_version"
  export PATH="$JAVA_HOME/bin:$PATH"
}

find_maven() {
  local version
  MAVEN="$(command -v mvn)" || fail "Maven $needed_maven or newer is needed to build, and mvn is not on the PATH." \
    "Install it (Debian: apt-get install maven, or https://maven.apache.org)."
  version="$("$MAVEN" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)"
  # Newer JDKs complain about what Maven's own libraries do.
  ((JDK_VERSION < 23)) || export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow"
  [[ "$(printf '%s\n%s\n' "$needed_maven" "$version" | sort -V | head -n 1)" == "$needed_maven" ]] ||
    fail "Maven $needed_maven or newer is needed to build; $MAVEN is ${version:-of unknown version}."
}

# Sets BROWSER for the browser tests: what is set already, a chromium on the PATH, or nothing.
find_browser() {
  local name
  for name in "${BROWSER:-}" chromium chromium-browser google-chrome-stable google-chrome; do
    if [[ -n "$name" ]] && BROWSER="$(command -v "$name")"; then
      export BROWSER
      return
    fi
  done
  BROWSER=""
}
