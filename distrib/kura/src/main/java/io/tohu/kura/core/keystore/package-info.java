/** What Kura's bundle org.eclipse.kura.core.keystore does with keystores in files. */
package io.tohu.kura.core.keystore;
