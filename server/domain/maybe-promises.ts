/** A value that is there at once, or later: those who ask often need not wait for what is there. */
export type MaybePromise<T> = T | Promise<T>;

/** Goes on with a value, at once when it is there. */
export function whenThere<A, B>(
  value: MaybePromise<A>,
  goOn: (value: A) => MaybePromise<B>,
): MaybePromise<B> {
  return value instanceof Promise ? value.then(goOn) : goOn(value);
}

/** Goes on with several values, at once when all are there. */
export function whenAllThere<Values extends readonly unknown[], B>(
  values: { readonly [Place in keyof Values]: MaybePromise<Values[Place]> },
  goOn: (values: Values) => MaybePromise<B>,
): MaybePromise<B> {
  for (const value of values) {
    if (value instanceof Promise) return Promise.all(values).then((all) => goOn(all as unknown as Values));
  }
  return goOn(values as unknown as Values);
}
