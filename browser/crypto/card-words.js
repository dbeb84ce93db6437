// The words of a card, in the order in which people read them. Pure.

/** @param {Record<string, unknown> | undefined} card a checked one */
export const wordsOfCard = ({ own, name, said, words } = {}) =>
	[own, name, said, words].filter((one) => typeof one === "string" && one !== "").join("\n");
