// Imported first by every command, for its effect: an old Node gets a sentence instead of a syntax error
// further on. What runs the product is the Node that the lock file brings; this one only starts things.
const OLDEST = 18;
const major = Number(process.versions.node.split('.')[0]);

if (!(major >= OLDEST)) {
  process.stderr.write(
    `Samenbord needs Node.js ${OLDEST} or newer to start; this is ${process.versions.node}. ` +
      'Install a newer one from https://nodejs.org and run the command again.\n',
  );
  process.exit(1);
}
