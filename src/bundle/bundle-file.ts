/** A file of a bundle: its name, without any folder, and its text. */
export interface BundleFile {
  readonly name: string;
  readonly content: string;
}
