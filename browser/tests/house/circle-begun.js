/** A circle of two hosts, begun at a real house as hosts begin one. */

const WORDS = { name: "Sunday evenings", line: "For slow talk." };

/**
 * The first begins it and asks the second to lead too; both are in it and said yes to its agreement.
 * @param {import("./guest.js").Guest} first @param {import("./guest.js").Guest} second whose name is Marisol
 * @returns {Promise<number>} the circle
 */
export async function beginCircle(first, second) {
	const both = [first, second];
	for (const guest of both) await does(guest, "look");
	const people = await first.room.handing("people");
	const { accountId } = people.find(({ name }) => name === "Marisol");
	await does(first, "begin", { ...WORDS, months: 12, accountId });
	const { id } = circles(first).circles[0];
	await does(second, "look");
	await does(second, "leadYes", id);
	await does(first, "look");
	for (const guest of both) await does(guest, "open", id);
	const now = (guest) => circles(guest).open[id];
	for (const guest of both) await guest.until(() => now(guest).canWrite, "both may write");
	await does(first, "agree", id, "We listen.");
	await second.until(() => now(second).mustAccept, "the second host is asked");
	await does(second, "accept", id, 1);
	return id;
}

const does = (guest, ...all) => guest.room.doing("circles", ...all);
const circles = (guest) => guest.view.parts.circles;
