/** Spanish: every sentence of the room, gathered from one file for each part of the way. */
import { along } from "./es/along.js";
import { bringing } from "./es/bringing.js";
import { checking } from "./es/checking.js";
import { choosing } from "./es/choosing.js";
import { circleStory } from "./es/circle-story.js";
import { circles } from "./es/circles.js";
import { concerning } from "./es/concerning.js";
import { answering } from "./es/answering.js";
import { arriving } from "./es/arriving.js";
import { asking } from "./es/asking.js";
import { door } from "./es/door.js";
import { certificates } from "./es/certificates.js";
import { changing } from "./es/changing.js";
import { carrying } from "./es/carrying.js";
import { debriefing } from "./es/debriefing.js";
import { ending } from "./es/ending.js";
import { facts } from "./es/facts.js";
import { files } from "./es/files.js";
import { handing } from "./es/handing.js";
import { hinting } from "./es/hinting.js";
import { inviting } from "./es/inviting.js";
import { keeping } from "./es/keeping.js";
import { library } from "./es/library.js";
import { life } from "./es/life.js";
import { listening } from "./es/listening.js";
import { lookedAt } from "./es/looked-at.js";
import { measuring } from "./es/measuring.js";
import { mending } from "./es/mending.js";
import { notebook } from "./es/notebook.js";
import { meeting } from "./es/meeting.js";
import { newLock } from "./es/new-lock.js";
import { noting } from "./es/noting.js";
import { own } from "./es/own.js";
import { passkeys } from "./es/passkeys.js";
import { path } from "./es/path.js";
import { place } from "./es/place.js";
import { practising } from "./es/practising.js";
import { promising } from "./es/promising.js";
import { reached } from "./es/reached.js";
import { returning } from "./es/returning.js";
import { ripple } from "./es/ripple.js";
import { specialist } from "./es/specialist.js";
import { stories } from "./es/stories.js";
import { talking } from "./es/talking.js";
import { telling } from "./es/telling.js";
import { thinking } from "./es/thinking.js";
import { top } from "./es/top.js";
import { trouble } from "./es/trouble.js";
import { vowing } from "./es/vowing.js";
import { waiting } from "./es/waiting.js";
import { wall } from "./es/wall.js";
import { ways } from "./es/ways.js";
import { who } from "./es/who.js";

/** @type {Readonly<Record<string, string>>} */
export const es = Object.freeze({
	...top,
	...answering,
	...arriving,
	...door,
	...asking,
	...choosing,
	...circles,
	...circleStory,
	...concerning,
	...measuring,
	...hinting,
	...inviting,
	...facts,
	...keeping,
	...own,
	...waiting,
	...practising,
	...promising,
	...reached,
	...returning,
	...talking,
	...certificates,
	...changing,
	...carrying,
	...debriefing,
	...thinking,
	...files,
	...mending,
	...notebook,
	...noting,
	...ripple,
	...specialist,
	...stories,
	...path,
	...place,
	...lookedAt,
	...along,
	...bringing,
	...ways,
	...wall,
	...passkeys,
	...who,
	...newLock,
	...telling,
	...trouble,
	...ending,
	...handing,
	...library,
	...life,
	...checking,
	...meeting,
	...vowing,
	...listening,
});
