/** If others look at this screen: the tab, only today, paper. */
export const lookedAt = {
	"tab.name": "Notas",
	"tab.list": "Lista de compras",
	"tab.weather": "El tiempo",
	"tab.timetable": "Horario de buses",
	"tab.choose": "Qué dice la pestaña",
	"tab.own": "O escribe otra cosa",
	"tab.own-hint": "Lo encuentras otra vez en tu próxima visita. Solo tú ves lo que elegiste.",
	"tab.use": "Usar esto",
	"tab.now": "Ahora la pestaña dice {title}.",

	"looked.title": "Si otras personas miran esta pantalla",
	"looked.tips": "Qué pueden encontrar otras personas en este dispositivo",

	"today.only": "Mostrar solo lo de hoy hasta que pida más",
	"today.why": "En esta visita, las líneas de antes están dobladas. Puedes abrirlas cuando quieras.",
	"today.earlier": "Mostrar las líneas de antes",
	"today.none": "Todavía no hay nada de hoy.",

	"paper.or": "O imprimirlo",
	"paper.hand": "Anotar a mano es más seguro si hay gente cerca. Una impresora puede guardar una copia. La hoja dice para qué sirve solo si marcas esto.",
	"paper.say": "Decir en la hoja para qué sirve",
	"paper.code-given": "Un código de repuesto. Con el nombre de arriba abre un lugar si allí se pierden las palabras.",
	"paper.code": "Mi código de repuesto. Abre mi lugar si pierdo las cinco palabras.",
	"paper.words": "Mi nombre y mis cinco palabras. Abren mi lugar.",
	"paper.nothing": "Desde aquí no se imprime nada. Otras personas podrían encontrar el papel.",
};
