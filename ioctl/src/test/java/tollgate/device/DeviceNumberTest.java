package tollgate.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DeviceNumberTest {
  @Test
  void newFormIsWhatStatShows() {
    assertThat(new DeviceNumber(1, 3).encode()).isEqualTo(259);
    assertThat(new DeviceNumber(136, 0).encode()).isEqualTo(0x8800);
    assertThat(new DeviceNumber(4095, 0xfffff).encode()).isEqualTo(0xffff_ffffL);
  }

  @Test
  void oldFormHoldsAByteEach() {
    assertThat(new DeviceNumber(5, 1).fitsOld()).isTrue();
    assertThat(new DeviceNumber(5, 1).encodeOld()).isEqualTo(0x501);
    assertThat(new DeviceNumber(5, 256).fitsOld()).isFalse();
    assertThat(DeviceNumber.ofOld(0x501)).isEqualTo(new DeviceNumber(5, 1));
  }

  @Property
  void newFormComesBack(
      @ForAll @IntRange(max = 4095) int major, @ForAll @IntRange(max = 0xfffff) int minor) {
    DeviceNumber number = new DeviceNumber(major, minor);
    assertThat(DeviceNumber.ofNew((int) number.encode())).isEqualTo(number);
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new DeviceNumber(4096, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void registryFindsByNumberAndRefusesDoubles() {
    CharDevice device =
        new CharDevice() {
          @Override
          public String name() {
            return "thing";
          }

          @Override
          public DeviceNumber number() {
            return new DeviceNumber(60, 1);
          }

          @Override
          public OpenDevice open(int flags) {
            return new OpenDevice() {};
          }
        };
    DeviceRegistry registry = new DeviceRegistry().registerProvided().register(device);
    assertThat(registry.find(new DeviceNumber(60, 1))).isSameAs(device);
    assertThat(registry.find(new DeviceNumber(60, 2))).isNull();
    assertThat(registry.devices()).containsExactly(device);
    assertThatThrownBy(() -> registry.register(device)).hasMessageContaining("60:1");
  }
}
