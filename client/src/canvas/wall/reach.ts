/**
 * CSS pixels around what somebody does within which a finger is theirs: 36 cm on a screen of 75 inches with 1920 of
 * them, which is how far a hand goes without a step aside.
 */
export const REACH = 420;
