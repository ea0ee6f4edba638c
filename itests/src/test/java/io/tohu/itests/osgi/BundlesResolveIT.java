/*
 * Copyright (c) 2026 The Tohu authors
 *
 * This program and the accompanying materials are made
 * available under the terms of the Eclipse Public License 2.0
 * which is available at https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package io.tohu.itests.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class BundlesResolveIT {

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] gateway() throws IOException {
        return new TestGateway()
                .withAllPackages()
                .withPackage("trust")
                .withPackage("updates")
                .options();
    }

    @Test
    public void everyBundleThatShipsStartsOnThisLevelOfThePlatform() {
        List<String> notStarted = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(BundlesResolveIT::reason)
                .toList();

        assertThat(notStarted).isEmpty();
        assertThat(Arrays.stream(context.getBundles()).map(Bundle::getSymbolicName))
                .contains("io.tohu.opcua", "io.tohu.modbus", "io.tohu.inference", "io.tohu.wires");
    }

    private static String reason(Bundle bundle) {
        try {
            bundle.start();
            return bundle + " starts only now";
        } catch (BundleException e) {
            return e.getMessage();
        }
    }
}
