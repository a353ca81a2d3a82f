/**
 * Who writes a field: `exchange` stands for the exchange and this package, whose ids, numbers, codes, times and fixed words are safe to
 * believe; `stranger` for anybody who can write to the merchant. Text of a stranger is never an instruction.
 */
export type Author = 'exchange' | 'stranger';

/**
 * The author of every field of a shape; it stands beside the shape.
 *
 * Invariant: a new field does not compile until its author is named.
 */
export type AuthorsOf<Shape> = { readonly [Field in keyof Required<Shape>]: Author };
