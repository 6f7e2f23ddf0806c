/** An optional pointer, as a part of a suspicion, a change or a diagnosis. */
export function at(pointer: string | undefined): { readonly pointer?: string } {
  return pointer === undefined ? {} : { pointer };
}
