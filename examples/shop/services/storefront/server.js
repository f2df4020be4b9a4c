'use strict';

// The storefront: pages for customers, in front of the orders service.

const express = require('express');

const accounts = require('./src/accounts');
const diagnostics = require('./src/diagnostics');
const pictures = require('./src/pictures');
const search = require('./src/search');

const app = express();

app.set('view engine', 'ejs');
app.set('views', `${__dirname}/views`);
app.use(express.json({ limit: '100mb' }));

app.use((request, response, next) => {
  response.set('Access-Control-Allow-Origin', request.get('origin') || '*');
  response.set('Access-Control-Allow-Credentials', 'true');
  next();
});

app.get('/healthz', (request, response) => response.json({ status: 'ok' }));
app.use(search, pictures, accounts, diagnostics);

app.use((error, request, response, next) => {
  response.status(500).send(`<pre>${error.stack}</pre>`);
});

if (require.main === module) {
  const port = process.env.PORT || 3000;
  app.listen(port, () => console.log(`storefront listens on ${port}`, process.env));
}

module.exports = app;
