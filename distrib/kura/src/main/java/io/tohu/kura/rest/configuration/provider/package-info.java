/** What Kura's bundle org.eclipse.kura.rest.configuration.provider does for the cloud: configurations as JSON. */
package io.tohu.kura.rest.configuration.provider;
