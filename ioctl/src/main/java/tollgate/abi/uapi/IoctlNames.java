package tollgate.abi.uapi;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tollgate.abi.Abi;
import tollgate.abi.IoctlRequest;

/**
 * All requests of this package by number, for traces. Built when first asked; safe for all threads.
 * Where two requests share a number, the first of the list wins.
 */
public final class IoctlNames {
  private static final List<Class<?>> GROUPS =
      List.of(TtyRequests.class, FileRequests.class, RandomRequests.class);

  private static final List<Map<Integer, IoctlRequest>> BY_NUMBER =
      List.of(index(Abi.X86_64), index(Abi.I386));

  private IoctlNames() {}

  /** Every request known by name. */
  public static List<IoctlRequest> all() {
    List<IoctlRequest> requests = new ArrayList<>();
    for (Class<?> group : GROUPS) {
      for (Field constant : group.getFields()) {
        try {
          requests.add((IoctlRequest) constant.get(null));
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return requests;
  }

  /** The request with a number, or null. */
  public static IoctlRequest request(Abi abi, int number) {
    return BY_NUMBER.get(abi.index()).get(number);
  }

  /** The C name of a number, or its parts as {@code _IOC(dir, type, nr, size)}. */
  public static String name(Abi abi, int number) {
    IoctlRequest request = request(abi, number);
    return request == null ? IoctlRequest.describe(number) : request.name();
  }

  private static Map<Integer, IoctlRequest> index(Abi abi) {
    Map<Integer, IoctlRequest> byNumber = new HashMap<>();
    all().forEach(request -> byNumber.putIfAbsent(request.number(abi), request));
    return byNumber;
  }
}
