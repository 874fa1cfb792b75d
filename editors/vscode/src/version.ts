// Which versions of the program this extension can work with.

/** A version number: major, minor, patch. */
export type Version = readonly [number, number, number];

/** The version in what `saksama --version` prints; none where it prints anything else. */
export function versionIn(said: string): Version | undefined {
  const found = /^saksama (\d+)\.(\d+)\.(\d+)/.exec(said.trim());
  return found === null ? undefined : [Number(found[1]), Number(found[2]), Number(found[3])];
}

/**
 * Whether the program suits an extension of version `wanted`: it is not older, and of the same major version. Before
 * 1.0.0, a new minor version may change everything.
 */
export function suits(program: Version, wanted: Version): boolean {
  const isSameLine = program[0] === wanted[0] && (wanted[0] > 0 || program[1] === wanted[1]);
  return isSameLine && compare(program, wanted) >= 0;
}

/** Below zero where `a` is older than `b`, above where it is newer. */
function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
