package waitingroom.fairness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import jakarta.inject.Singleton;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import waitingroom.release.ReleaseKeys;
import waitingroom.store.LuaScript;
import waitingroom.store.ScriptStore;

/** The fairness log of each release in Redis: entries the scripts of the queue write, and what is kept of the tree. */
@Singleton
class LogStore {

    private static final LuaScript READ_TREE = LuaScript.named("read_tree");
    private static final LuaScript EXTEND_TREE = LuaScript.named("extend_tree");
    private static final LuaScript SETTLE_HEAD = LuaScript.named("settle_head");
    private static final LuaScript RENEW_HEAD = LuaScript.named("renew_head");

    /** Where {@code extend_tree} finds the list of each level that is kept, and of the marks. */
    private static final int FIRST_LEVEL_KEY = 2;
    private static final int MARKS_KEY = 5;

    private final ScriptStore scripts;

    LogStore(ScriptStore scripts) {
        this.scripts = scripts;
    }

    TreeState read(String release) {
        var keys = new ReleaseKeys(release);
        var reply = scripts.run(READ_TREE, List.of(keys.log(), keys.tree()));
        return new TreeState(Instant.ofEpochMilli(reply.get(0).toLong()), reply.get(1).toLong(),
                number(reply.get(2), 0), reply.get(3).toString(), number(reply.get(4), 0), number(reply.get(5), -1),
                number(reply.get(6), 0) == 0
                        ? Optional.empty()
                        : Optional.of(new TreeState.Settling(reply.get(6).toLong(), reply.get(7).toString(),
                                Instant.ofEpochMilli(reply.get(8).toLong()))),
                number(reply.get(9), 0) == 0
                        ? Optional.empty()
                        : Optional.of(new SignedHead(reply.get(9).toLong(), reply.get(10).toString())));
    }

    /** Entries {@code [first, first + most)}, as far as there are any. */
    List<String> entries(String release, long first, int most) {
        return texts(scripts.send(Command.LRANGE, new ReleaseKeys(release).log(), first, first + most - 1));
    }

    /** Keeps the growth, unless another instance was faster. */
    void extend(String release, long from, LogGrowth growth) {
        var keys = new ReleaseKeys(release);
        var arguments = new ArrayList<Object>(
                List.of(from, growth.size(), growth.frontier(), growth.place(), growth.index()));
        for (var kept : growth.kept()) {
            switch (kept) {
                case LogGrowth.Kept.Node(int level, String hex) -> {
                    arguments.add(FIRST_LEVEL_KEY + level / TiledNodes.HEIGHT - 1);
                    arguments.add(hex);
                }
                case LogGrowth.Kept.Mark(long place, long index) -> {
                    arguments.add(MARKS_KEY);
                    arguments.add(place + " " + index);
                }
            }
        }
        scripts.run(EXTEND_TREE, List.of(keys.tree(), keys.treeNodes(8), keys.treeNodes(16), keys.treeNodes(24),
                keys.treeMarks()), arguments.toArray());
    }

    /** Publishes a head over what was settling, and lets the present tree settle next. */
    void settle(String release, TreeState seen, Optional<SignedHead> head) {
        scripts.run(SETTLE_HEAD, List.of(new ReleaseKeys(release).tree()),
                seen.settling().map(TreeState.Settling::size).orElse(0L), head.map(SignedHead::jws).orElse(""),
                seen.size(), seen.root());
    }

    /** Puts the same head, signed by another key, in the place of the one that was read; unless there is a later one. */
    void renew(String release, SignedHead seen, SignedHead head) {
        scripts.run(RENEW_HEAD, List.of(new ReleaseKeys(release).tree()), seen.jws(), head.jws());
    }

    /** Kept nodes of a level, or at level 0 the hashes of the entries themselves. */
    List<byte[]> nodes(String release, int level, long first, int count) {
        if (level == 0) {
            return entries(release, first, count).stream().map(MerkleHash::leaf).toList();
        }
        return texts(scripts.send(Command.LRANGE, new ReleaseKeys(release).treeNodes(level), first, first + count - 1))
                .stream().map(HexFormat.of()::parseHex).toList();
    }

    /** Highest place, and highest lobby index, up to the end of a run of 256 entries; empty if it is not complete. */
    Optional<LogGrowth.Kept.Mark> mark(String release, long run) {
        return Optional.ofNullable(scripts.send(Command.LINDEX, new ReleaseKeys(release).treeMarks(), run))
                .map(mark -> mark.toString().split(" "))
                .map(mark -> new LogGrowth.Kept.Mark(Long.parseLong(mark[0]), Long.parseLong(mark[1])));
    }

    /** Where a restored place was written down. */
    Optional<Long> restored(String release, String place) {
        return Optional.ofNullable(scripts.send(Command.HGET, new ReleaseKeys(release).restored(), place))
                .map(Response::toLong);
    }

    private static List<String> texts(Response list) {
        return StreamSupport.stream(list.spliterator(), false).map(Response::toString).toList();
    }

    private static long number(Response field, long otherwise) {
        return field.toString().isEmpty() ? otherwise : field.toLong();
    }
}
