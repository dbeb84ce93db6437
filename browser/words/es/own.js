/** What is only yours: private names and notes, the last visit, people from before. */
export const own = {
	"own.only": "Solo para ti",
	"own.why": "Esto solo lo lees tú. {name} no lo ve nunca, y tampoco podemos abrirlo desde aquí.",
	"own.called": "Cómo llamas tú a {name}",
	"own.called-hint": "Está en tu lista en vez del nombre de aquí.",
	"own.note": "Tu nota",
	"own.note-hint": "Algo que quieres tener en mente la próxima vez.",
	"own.keep": "Guardarlo",
	"own.kept": "Guardado.",
	"own.here": "Aquí: {name}",

	"opened.today": "Última vez que abriste este lugar: hoy, {time}.",
	"opened.yesterday": "Última vez que abriste este lugar: ayer, {time}.",
	"opened.on": "Última vez que abriste este lugar: el {day}, {time}.",
	"opened.yes": "Sí, fui yo",
	"opened.no": "Si no fuiste tú",
	"opened.no-1": "Ve a Tu lugar y elige \"Cerrar las demás sesiones\".",
	"opened.no-2": "Luego pon el candado, elige \"Olvidé mis palabras\" y usa tu código de repuesto. Recibes palabras nuevas. Las viejas ya no sirven.",
	"opened.no-3": "También puedes avisar a {contact}, de {programme}.",

	"earlier.title": "Personas de antes",
	"earlier.lead": "Puedes leer lo que escribiste hasta que pase su tiempo. Puedes llevártelo en un archivo, en Tu lugar.",
	"earlier.read": "Leer lo que escribiste con {name}",
	"earlier.again": "Saludar otra vez a {name}",
	"earlier.ended": "Terminó el {day}",
	"earlier.gone": "Lo que escribiste ya no se guarda.",
	"earlier.not-free": "{name} no tiene lugar para alguien nuevo ahora mismo. Tus palabras se quedan aquí. Puedes probar más tarde, o saludar a otra persona.",

	"place.along": "Llevarte tus cosas",
	"place.along-why": "Un archivo con tus charlas y tus notas, con su propio candado.",

	"trouble.notes-full": "Tus notas están llenas. Por favor, haz más corta una de ellas. Lo que escribiste sigue en la caja.",
};
