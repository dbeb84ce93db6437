/**
 * What somebody does in a circle by a line, by the circle's id.
 * @param {(id: number) => import("./circle-says.js").CircleSays} within
 */
export const saying = (within) =>
	/** @satisfies {Partial<import("./circle-shape.js").Deeds>} */ ({
		say: async (id, text) => within(id).say(text),
		sayWithNotes: async (id, given) => within(id).sayWithNotes(given),
		callMe: async (id, name) => within(id).callMe(name),
		agree: async (id, words) => within(id).agree(words),
		accept: async (id, ver) => within(id).accept(ver),
		welcome: async (id, accountId, words) => within(id).welcome(accountId, words),
		askHelper: async (id, accountId) => within(id).askHelper(accountId),
		answerHelp: async (id, yes) => within(id).answerHelp(yes),
		helperNoMore: async (id, accountId) => within(id).helperNoMore(accountId),
		openRound: async (id, words) => within(id).openRound(words),
		pass: async (id) => within(id).pass(),
		goOn: async (id, accountId) => within(id).goOn(accountId),
		endRound: async (id) => within(id).endRound(),
		meeting: async (id, given) => within(id).meeting(given),
		quietHours: async (id, hours) => within(id).quietHours(hours),
	});
