export const seal = {
  title: 'Das Protokoll mit dieser Quittung versiegeln',
  text: 'Das verankert den Kopf, den der Betreiber für dich unterschrieben hat. Von da an kann das Protokoll nur noch wachsen, mit deinem Stimmzettel darin. Es wird angenommen, solange der Kopf auf der Chain kleiner ist.',
}
export const post = {
  title: 'Den Stimmzettel auf die Chain stellen',
  text: 'Die Auszählung nimmt das Protokoll und alle so eingereichten Stimmzettel zusammen: Niemand kann ihn weglassen. Von da an ist er öffentlich.',
}
