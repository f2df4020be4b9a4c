'use strict';

// Pictures of products, fetched from suppliers so that pages load from one host.

const axios = require('axios');
const { Router } = require('express');

const routes = Router();

routes.get('/image', async (request, response, next) => {
  try {
    const picture = await axios.get(request.query.url, { responseType: 'arraybuffer' });
    response.set('Content-Type', picture.headers['content-type']);
    response.send(picture.data);
  } catch (error) {
    next(error);
  }
});

module.exports = routes;
