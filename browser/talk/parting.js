import { readersNow } from "./company.js";
import { isRefusal, RoomError } from "./trouble.js";

/**
 * The way out. Before the house is told, my room signs into the talk that I go: theirs knows it from me then, and not by the
 * house's word alone. The signed line is waited for only shortly, and nobody is held by it: without a line, in a pause or in
 * a talk that stands still, the step alone is taken. A block goes the same way, so that it looks like any end.
 * While three are there nothing is signed: a leave ends the talk for all, and this end is with one alone.
 * @typedef {import("./inside.js").Inside} Inside
 * @typedef {import("./conversation.js").Conversation} Conversation
 */

const [SHORTLY, LOOK_EVERY] = [2_500, 50];

/** Talks that are just being left. @type {WeakSet<Conversation>} */
const going = new WeakSet();

/** @param {Inside} inside @param {string} id of the relationship @param {"end" | "block"} step */
export async function part(inside, id, step) {
	const conversation = inside.conversations.newestOf(inside.relation(id));
	if (conversation === null) return await inside.step(id, step);
	going.add(conversation);
	try {
		await signed(inside, conversation);
		await inside.step(id, step);
	} finally {
		going.delete(conversation);
	}
}

/** A way out that was cut off between the two is taken to its end. @param {Inside} inside */
export async function finishEnds(inside) {
	for (const relation of inside.relationships.all) {
		const conversation = inside.conversations.newestOf(relation);
		if (relation.state !== "active" || conversation === null || going.has(conversation)) continue;
		if (conversation.known.cannot === "left" && iLeft(conversation))
			await quietly(() => inside.step(relation.id, "end"));
	}
}

/** @param {Conversation} conversation */
const iLeft = ({ lines }) =>
	lines.some(({ kind, from, state }) => kind === "left" && from === "me" && state === "stored");

/** Do more than two belong here, or will they? @param {Conversation} conversation */
const areThree = ({ known, relationship: { handover } }) =>
	readersNow(known).length > 1 ||
	["agreed", "together"].includes(handover?.state) ||
	Boolean(handover?.let_go);

/** @param {Inside} inside @param {Conversation} conversation */
async function signed({ given: { clock }, wire }, conversation) {
	const { known, relationship } = conversation;
	if (relationship.state !== "active" || !known.canWrite || known.stopped || wire.state !== "up") return;
	if (areThree(conversation)) return;
	const key = conversation.sayAs("leave", {});
	const until = clock.now() + SHORTLY;
	const stateNow = () => conversation.lines.find(({ id }) => id === key)?.state;
	while (clock.now() < until && ["waiting", "sending"].includes(stateNow() ?? ""))
		await new Promise((go) => clock.after(LOOK_EVERY, () => go(undefined)));
	if (stateNow() !== "stored") await quietly(() => conversation.takeBack(key));
}

/** @param {() => Promise<unknown>} deed */
async function quietly(deed) {
	try {
		await deed();
	} catch (error) {
		if (!isRefusal(error) && !(error instanceof RoomError)) throw error;
	}
}
