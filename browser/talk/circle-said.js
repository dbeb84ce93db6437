import { wordsOfCard } from "../crypto/card-words.js";

/**
 * The words somebody gave a line, also where they stand in a card. Pure.
 * @param {Pick<import("./lines.js").Line, "kind" | "text" | "card">} line
 */
export const saidIn = ({ kind, text, card }) => (kind === "card" ? wordsOfCard(card) : text);
