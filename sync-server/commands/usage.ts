export const USAGE = `Sillon sync server

  npm run -s server -- serve [--port N] [--data DIR] [--demo] [--lan] [--public-host HOST] [--web DIR]
      Serves the web application, the API and the database under one address.
      --port         port of the address (5985)
      --data         folder of the data (.data/cooperative, with --demo .data/demonstration)
      --demo         fill a new folder with a demonstration cooperative
      --lan          listen on the network too, not only on this computer
      --public-host  name under which a proxy on this computer publishes the server
      --web          folder of the built web application (dist/renderer)

  npm run -s server -- enrol (--activity ID | --new "Activity" | --support) --name "First Last" [--data DIR]
      Enrols a person and prints a code for their first device (one use, 14 days).

  npm run -s server -- verify [--data DIR]
      Recomputes every salary statement and issued invoice; ends with 1 when one does not match.

  npm run -s server -- status [--data DIR]
      Databases, devices, when they were last seen, what waits to be consolidated.

enrol, verify and status use the server that runs on the folder, or open the folder themselves.

Environment
  COUCHDB_USER, COUCHDB_PASSWORD  the administrator; without them one is made and shown once
  COUCHDB_URL                     a CouchDB 3.x to use instead of the embedded database
`;
