// Attack 8, first contact: the server hands out keys of its own, swaps invites, strips what binds them, or uses one twice.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fromText, toText } from "../../crypto/bytes.js";
import { PART } from "../../crypto/state.js";
import { asked, meet, Person, showAsSpecialist } from "../crypto/cast.js";
import { DAY } from "../crypto/little-house.js";

/** Ben has made a link. */
async function invited(how = "link") {
	const people = await meet();
	const invite = await people.ben.do("makeInvite", { how, day: DAY });
	return { ...people, invite };
}

const metBy = async (person, conv) =>
	(await person.do("met", { relationship: person.relationship(conv) })).is;

/** Ada asks with it, and Ben reads her hello. */
async function came(people, change = {}) {
	const { conv } = await asked(people, { invite: people.invite.text, ...change });
	await people.ben.follow(conv);
	return conv;
}

const sayYes = async ({ house, ben }, conv) =>
	house.accept(conv, await ben.do("agree", { relationship: ben.relationship(conv), day: DAY }));

const changed = (text, at) => {
	const raw = fromText(text);
	raw[at] ^= 1;
	return toText(raw);
};

test("By Ben's link both are checked, once Ben has read the hello and said yes, and not before", async () => {
	for (const how of ["link", "person"]) {
		const people = await invited(how);
		const { ada, ben } = people;
		await ada.do("people", { directory: [people.house.row(ben.id)], today: DAY });
		assert.equal((await ada.do("invitedBy", { text: people.invite.text })).account_id, ben.id);
		const conv = await came(people);
		assert.equal(await metBy(ada, conv), "came");
		assert.equal(await metBy(ben, conv), "fits");
		await sayYes(people, conv);
		for (const person of [ada, ben])
			assert.deepEqual(await person.do("met", { relationship: person.relationship(conv) }), {
				is: "checked",
				how,
				day: DAY,
			});
	}
});

test("A server that returns keys of its own for Ben is refused by the link, whoever stands behind those keys", async () => {
	const people = await invited();
	const { house, ada, invite } = people;
	const other = await new Person(house, "harbour-stone-0009").comeIn();
	await showAsSpecialist(other, "Ben");
	await ada.do("people", { directory: [house.row(other.id)], today: DAY });
	await assert.rejects(ada.do("invitedBy", { text: invite.text }), { code: "invite-other" });
	await assert.rejects(asked(people, { specialist: house.row(other.id), invite: invite.text }), {
		code: "invite-other",
	});
	const { people: met, invites } = ada.core.place.book.part(PART.TRUST);
	assert.deepEqual([met, invites, ada.core.talks.size], [[], undefined, 0]);
});

test("Ben with another lock is not who made the link", async () => {
	const people = await invited();
	const { house, ada, ben, invite } = people;
	await ben.newLock("album alcove alert algebra almond");
	house.accounts.get(ben.id).kr = toText(ben.core.place.records.at(-1).hash);
	await showAsSpecialist(ben, "Ben");
	await ada.do("people", { directory: [house.row(ben.id)], today: DAY });
	await assert.rejects(ada.do("invitedBy", { text: invite.text }), { code: "invite-other" });
});

test("Every changed byte of a link is refused, or leaves the two unchecked", async () => {
	const people = await invited();
	const { ada, ben, house, invite } = people;
	await ada.do("people", { directory: [house.row(ben.id)], today: DAY });
	for (let at = 0; at < 65; at++) {
		const text = changed(invite.text, at);
		// 0 how, 1-16 id, 17-32 secret, 33-48 Ben, 49-64 the programme.
		if (at === 0) await assert.rejects(ada.do("readInvite", { text }), { code: "invite-form" });
		else if (at >= 49) await assert.rejects(ada.do("readInvite", { text }), { code: "invite-house" });
		else if (at >= 33) await assert.rejects(ada.do("invitedBy", { text }), { code: "invite-other" });
	}
	for (const at of [1, 16, 17, 32]) {
		const conv = await came(people, { invite: changed(invite.text, at) });
		assert.equal(await metBy(ben, conv), "other");
		await sayYes(people, conv);
		assert.equal(await metBy(ada, conv), "came");
		assert.equal(await metBy(ben, conv), "other");
	}
});

test("A link read as one given in person, or the other way round, does not fit", async () => {
	const people = await invited("link");
	const raw = fromText(people.invite.text);
	raw[0] = 2;
	const conv = await came(people, { invite: toText(raw) });
	assert.equal(await metBy(people.ben, conv), "other");
});

test("A server that gives Ada's invite to Finn's ask is found out by Ben", async () => {
	const people = await invited();
	const { house, ben } = people;
	const finn = await new Person(house, "field-stone-0003").comeIn();
	const adas = await came(people);
	const { conv } = await asked({ ...people, ada: finn });
	await ben.follow(conv);
	const { invite } = house.relationships.get(adas);
	house.relationships.get(conv).invite = { ...invite };
	assert.equal(await metBy(ben, conv), "other");
	assert.equal(await metBy(finn, conv), null);
	const given = await ben.do("agree", { relationship: ben.relationship(conv), day: DAY });
	assert.equal(given.invite_yes, undefined);
});

test("A server that swaps the invites of two newcomers checks neither of them", async () => {
	const people = await invited();
	const { house, ben } = people;
	const finn = await new Person(house, "field-stone-0003").comeIn();
	const second = await ben.do("makeInvite", { how: "link", day: DAY });
	const adas = await came(people);
	const finns = await came({ ...people, ada: finn, invite: second });
	const [one, other] = [adas, finns].map((conv) => house.relationships.get(conv));
	[one.invite, other.invite] = [other.invite, one.invite];
	assert.deepEqual([await metBy(ben, adas), await metBy(ben, finns)], ["other", "other"]);
});

test("A server that strips the binding makes nobody checked, on either side", async () => {
	const people = await invited();
	const { house, ada, ben } = people;
	const conv = await came(people);
	delete house.relationships.get(conv).invite;
	assert.equal(await metBy(ben, conv), null);
	await sayYes(people, conv);
	assert.deepEqual([await metBy(ada, conv), await metBy(ben, conv)], [null, null]);
});

test("A server cannot say Ben's yes for him", async () => {
	const people = await invited();
	const { house, ada } = people;
	const conv = await came(people);
	const relationship = house.relationships.get(conv);
	relationship.invite.yes = relationship.invite.bind;
	assert.equal(await metBy(ada, conv), "came");
	relationship.invite.yes = toText(new Uint8Array(32));
	assert.equal(await metBy(ada, conv), "came");
});

test("Who comes second by one link is not checked", async () => {
	const people = await invited();
	const { house, ben, invite } = people;
	await sayYes(people, await came(people));
	const finn = await new Person(house, "field-stone-0003").comeIn();
	const conv = await came({ ...people, ada: finn }, { invite: invite.text });
	assert.equal(await metBy(ben, conv), "other");
	const [row] = (await ben.do("invites", { day: DAY })).invites;
	assert.deepEqual([row.state, row.text], ["used", null]);
});

test("A link that Ben took back, or whose week is over, checks nobody", async () => {
	const people = await invited();
	const { ben } = people;
	const late = await came(people, { day: DAY + 9 });
	assert.equal(await metBy(ben, late), "other");
	await ben.do("takeInviteBack", { invite_id: people.invite.invite_id });
	const conv = await came({ ...people, ada: await new Person(people.house, "field-stone-0003").comeIn() });
	assert.equal(await metBy(ben, conv), "other");
	assert.equal((await ben.do("invites", { day: DAY })).invites[0].state, "back");
});

test("After a new lock of either side, checked becomes checked before", async () => {
	const people = await invited();
	const { ada, ben } = people;
	const conv = await came(people);
	await sayYes(people, conv);
	assert.equal(await metBy(ada, conv), "checked");
	await ada.newLock("album alcove alert algebra almond");
	assert.equal(await metBy(ben, conv), "before");
	assert.equal(await metBy(ada, conv), "before");
});

test("A routine renewal leaves what was checked as it is", async () => {
	const people = await invited();
	const { ada, ben } = people;
	const conv = await came(people);
	await sayYes(people, conv);
	await metBy(ada, conv);
	assert.deepEqual([await ada.renew(DAY + 90), await ben.renew(DAY + 90)], [true, true]);
	assert.deepEqual([await metBy(ada, conv), await metBy(ben, conv)], ["checked", "checked"]);
});

test("Two devices of Ben's know the same links, and both know whom he checked", async () => {
	const people = await invited();
	const { house, ben } = people;
	await ben.saveState();
	const phone = await ben.comeBack();
	const second = await phone.do("makeInvite", { how: "person", day: DAY });
	await phone.saveState();
	const conv = await came(people);
	await sayYes(people, conv);
	const { body } = await ben.do("stateMoved", { state: structuredClone(house.accounts.get(ben.id).state) });
	house.saveState(ben.id, body);
	await phone.do("stateMoved", { state: structuredClone(house.accounts.get(ben.id).state) });
	await phone.readLog();
	assert.equal(await metBy(phone, conv), "checked");
	const states = new Map(
		(await phone.do("invites", { day: DAY })).invites.map(({ invite_id, state }) => [invite_id, state]),
	);
	assert.equal(states.get(people.invite.invite_id), "used");
	assert.equal(states.get(second.invite_id), "open");
});

test("Spent and expired links leave the state three weeks after their end", async () => {
	const { ben, invite } = await invited();
	const kept = async (day) => {
		await ben.do("makeInvite", { how: "link", day });
		return (await ben.do("invites", { day })).invites.map(({ invite_id }) => invite_id);
	};
	assert.ok((await kept(DAY + 28)).includes(invite.invite_id));
	assert.ok(!(await kept(DAY + 29)).includes(invite.invite_id));
});

test("Ben has at most twenty open links at a time", async () => {
	const { ben } = await invited();
	for (let i = 1; i < 20; i++) await ben.do("makeInvite", { how: "link", day: DAY });
	await assert.rejects(ben.do("makeInvite", { how: "link", day: DAY }), { code: "invites-full" });
	await ben.do("makeInvite", { how: "link", day: DAY + 8 });
});

test("Both see the same six words of each, and of nobody else; compared once, it is remembered", async () => {
	const people = await meet();
	const { house, ada, ben } = people;
	const { conv } = await asked(people);
	await ben.follow(conv);
	const six = async (person, args) => (await person.do("safetyWords", args)).words.join(" ");
	const [adas, bens] = [await six(ada, {}), await six(ben, {})];
	assert.equal(adas.split(" ").length, 6);
	assert.notEqual(adas, bens);
	assert.equal(await six(ben, { relationship: ben.relationship(conv) }), adas);
	assert.equal(await six(ada, { relationship: ada.relationship(conv) }), bens);
	await ada.do("wordsCompared", { relationship: ada.relationship(conv), day: DAY });
	const { is, how, day } = await ada.do("met", { relationship: ada.relationship(conv) });
	assert.deepEqual([is, how, day], ["checked", "words", DAY]);
	assert.equal(await metBy(ben, conv), null);
	assert.equal(house.accounts.get(ada.id).key_records.length, 1);
});

/** Ada and Ben, who only asked. */
async function strangers() {
	const people = await meet();
	const { conv } = await asked(people);
	await people.ben.follow(conv);
	const shows = async (person) =>
		(await person.do("myPicture", { relationship: person.relationship(conv) })).text;
	const scans = async (person, text) =>
		(await person.do("theirPicture", { relationship: person.relationship(conv), text, day: DAY })).is;
	return { ...people, conv, shows, scans };
}

test("What Ada scans from Ben's screen is what she worked out, and counts as words compared, on her side alone", async () => {
	const { ada, ben, conv, shows, scans } = await strangers();
	assert.equal(await scans(ada, await shows(ben)), "same");
	const { is, how, day } = await ada.do("met", { relationship: ada.relationship(conv) });
	assert.deepEqual([is, how, day], ["checked", "words", DAY]);
	assert.equal(await metBy(ben, conv), null);
	assert.equal(await scans(ben, await shows(ada)), "same");
	assert.equal(await metBy(ben, conv), "checked");
});

test("A picture of other people, a changed one and her own check nobody", async () => {
	const { house, ada, ben, conv, shows, scans } = await strangers();
	const finn = await new Person(house, "field-stone-0003").comeIn();
	const finns = (await asked({ house, ada: finn, ben })).conv;
	await ben.follow(finns);
	const forFinn = (await ben.do("myPicture", { relationship: ben.relationship(finns) })).text;
	const right = await shows(ben);
	for (const text of [forFinn, changed(right, 1), changed(right, 32)])
		assert.equal(await scans(ada, text), "other");
	for (const text of [await shows(ada), changed(right, 0), `${right}A`, ` ${right}`, "", "Ben", null, 7])
		assert.equal(await scans(ada, text), "none");
	assert.equal(await metBy(ada, conv), null);
});

test("A server with a lock of its own for Ben cannot make Ada's picture of him fit", async () => {
	const { ada, ben, conv, shows, scans } = await strangers();
	const before = await shows(ben);
	await ben.newLock("album alcove alert algebra almond");
	const relationship = ada.relationship(conv);
	assert.equal(await scans(ada, before), "other");
	await assert.rejects(ada.do("theirPicture", { relationship, text: await shows(ben), day: DAY }), {
		code: "lock-changed",
	});
	assert.equal(await metBy(ada, conv), null);
});

test("Words of another lock are other words, and cannot be noted as compared before the lock was accepted", async () => {
	const people = await invited();
	const { ada, ben } = people;
	const conv = await came(people);
	const before = (await ada.do("safetyWords", { relationship: ada.relationship(conv) })).words;
	await ben.newLock("album alcove alert algebra almond");
	const after = (await ada.do("safetyWords", { relationship: ada.relationship(conv) })).words;
	assert.notDeepEqual(after, before);
	assert.deepEqual(after, (await ben.do("safetyWords")).words);
	await assert.rejects(ada.do("wordsCompared", { relationship: ada.relationship(conv), day: DAY }), {
		code: "lock-changed",
	});
});
