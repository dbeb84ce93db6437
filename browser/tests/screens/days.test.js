import assert from "node:assert/strict";
import { test } from "node:test";
import { againWords, dateHeading, dayWords, momentWords } from "../../screens/days.js";
import { lookAgain, replyLine, spans } from "../../screens/reply.js";
import { grouped } from "../../screens/groups.js";
import { learnInside } from "../../words/index.js";

await learnInside();

const reply = (change) => ({
	id: "reply.weekdays",
	outside: false,
	params: {
		days: [0, 1, 2, 3, 4],
		from: "09:00",
		to: "17:00",
		within: 24,
		zone: "America/New_York",
		sameZone: true,
		...change,
	},
});

test("today is called today, and a week ago has a date", () => {
	assert.equal(dateHeading("2025-06-10", "2025-06-10"), "Today");
	assert.equal(dateHeading("2025-06-09", "2025-06-10"), "Yesterday");
	assert.equal(dateHeading("2025-06-05", "2025-06-10"), "Thursday");
	assert.match(dateHeading("2025-06-01", "2025-06-10"), /June 1/);
});

test("a day of another year says its year", () => {
	assert.equal(dayWords(0), "January 1, 1970");
});

test("when someone answers is one plain sentence, and theirs is named when it is another zone", () => {
	assert.equal(
		replyLine(reply({})),
		"Usually answers within a day. Hours: Monday to Friday, 9:00 AM to 5:00 PM.",
	);
	assert.match(replyLine(reply({ sameZone: false })), /That is New York time\.$/);
});

test("when to look in again is said as today, tomorrow, a day of the week, or a date", () => {
	const now = new Date(2025, 5, 3, 18, 30).getTime();
	const said = (day, hour) => againWords(new Date(2025, 5, day, hour).getTime(), now);
	assert.equal(said(3, 21), "Look in again today after 9:00 PM.");
	assert.equal(said(4, 9), "Look in again tomorrow after 9:00 AM.");
	assert.equal(said(6, 9), "Look in again on Friday after 9:00 AM.");
	assert.match(said(10, 9), /^Look in again on June 10(, 2025)? after 9:00 AM\.$/);
});

test("nobody who knows no hours says when to look in again", () => {
	assert.equal(lookAgain(null), "");
	assert.equal(lookAgain({ ...reply({}), again: null }), "");
	assert.match(lookAgain({ ...reply({}), again: Date.now() + 1000 }), /^Look in again/);
});

test("days that follow each other are said as a span", () => {
	assert.equal(spans([0, 1, 2, 3]), "Monday to Thursday");
	assert.equal(spans([0, 1, 5]), "Monday, Tuesday, and Saturday");
	assert.equal(spans([2]), "Wednesday");
});

test("no sentence of the promise is lost by grouping it", () => {
	const sentences = ["a", "a", "b", "a"].map((group, id) => ({
		id: String(id),
		group,
		heading: group,
		text: String(id),
	}));
	assert.deepEqual(grouped(sentences).flat(), sentences);
	assert.deepEqual(
		grouped(sentences).map((run) => run.length),
		[2, 1, 1],
	);
});

test("the last opening is told by today, yesterday, the day of the week, then by its date", () => {
	const at = (day, hour) => new Date(2025, 5, day, hour, 10).getTime();
	const now = at(10, 18);
	assert.equal(momentWords(at(10, 9), now).when, "today");
	assert.match(momentWords(at(10, 16), now).time, /4:10\sPM/);
	assert.equal(momentWords(at(9, 23), now).when, "yesterday");
	assert.deepEqual([momentWords(at(5, 1), now).when, momentWords(at(5, 1), now).day], ["on", "Thursday"]);
	assert.match(momentWords(at(1, 9), now).day, /June 1/);
	assert.match(momentWords(new Date(2024, 0, 2).getTime(), now).day, /January 2, 2024/);
});
