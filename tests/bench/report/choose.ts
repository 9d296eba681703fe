/**
 * What a flag with a list chooses, of all there is.
 * @param given `a,b`; all when the flag is not there
 * @throws {RangeError} for what does not exist, with what does
 */
export function choose<Name extends string>(
  flag: string,
  given: string | undefined,
  all: readonly Name[],
): readonly Name[] {
  if (given === undefined) return all;
  return given.split(',').map((wanted) => {
    const found = all.find((name) => name === wanted);
    if (found === undefined)
      throw new RangeError(`${flag} takes, with commas between them: ${all.join(', ')}`);
    return found;
  });
}
