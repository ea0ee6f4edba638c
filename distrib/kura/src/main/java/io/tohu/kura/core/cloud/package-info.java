/** What Kura's bundle org.eclipse.kura.core.cloud does: a cloud connection with Kura's topics and payload. */
package io.tohu.kura.core.cloud;
