/** A kind of records: how they are keyed and by what else they are found. */
export interface Table<R> {
  readonly name: string;
  /** The parts of the primary key; the first is the account's id wherever there is one. */
  readonly key: (record: R) => readonly string[];
  readonly indexes: readonly Index<R>[];
}

/** Another way to records, one record to a key: an ordinary key for each, in the same commit. */
export interface Index<R> {
  /** The table's name, a dot and what it is by: `users.by-email`. */
  readonly name: string;
  /** The record's keys in this index; none when it is not to be found here. */
  readonly keys: (record: R) => readonly (readonly string[])[];
  /** Whether each key holds what no other record has (its id, the digest of its secret): it is taken without a look. */
  readonly isOwn?: true;
}
