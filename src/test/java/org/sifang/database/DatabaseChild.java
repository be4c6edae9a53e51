package org.sifang.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.ZoneId;
import java.util.Map;

/** An application reduced to its database: counts up, one committed row at a time, until it is killed. */
final class DatabaseChild {

    private DatabaseChild() {}

    /** @param arguments the data folder and the folder of the binaries */
    public static void main(String[] arguments) throws Exception {
        OwnPostgres server =
                OwnPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]), ZoneId.of("Asia/Shanghai"), Map.of());
        try (var connection = DriverManager.getConnection(
                        server.url(OwnPostgres.DATABASE), OwnPostgres.USER, server.password());
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists counted (number int primary key)");
            for (int number = 1; ; number++) {
                statement.execute("insert into counted values (" + number + ")");
                System.out.println(number);
            }
        }
    }
}
