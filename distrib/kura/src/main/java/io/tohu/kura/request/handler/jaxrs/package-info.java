/** What Kura's bundle org.eclipse.kura.request.handler.jaxrs does: requests with JSON bodies, and the answer to each failure. */
package io.tohu.kura.request.handler.jaxrs;
