package org.sifang;

import org.jspecify.annotations.NullMarked;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Sifang: an epidemic-prevention notice becomes tracked work. */
@NullMarked
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(sharedModules = "kernel")
public class SifangApplication {

    public static void main(String[] args) {
        SpringApplication.run(SifangApplication.class, args);
    }
}
